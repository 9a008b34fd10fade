/** The design system: what every screen is made of. Import `./base.css` once, at the root. */
export { Button, IconButton, type ButtonProps, type IconButtonProps } from './button.tsx';
export { classNames } from './class-names.ts';
export { FieldError, Figure } from './field-parts.tsx';
export { Notice, NoticeRegion, type Severity } from './notice.tsx';
export { NumberField, type NumberFieldProps } from './number-field.tsx';
export { formatNumber } from './number-text.ts';
export { Panel } from './panel.tsx';
export { Popover } from './popover.tsx';
export { Progress, useLasting } from './progress.tsx';
export { SegmentedControl, type Segment } from './segmented-control.tsx';
export { Select } from './select.tsx';
export { Slider, type SliderProps } from './slider.tsx';
export { Switch } from './switch.tsx';
export { Tabs, type TabItem } from './tabs.tsx';
export { ThemeProvider, useTheme, useThemeColours, type ResolvedTheme, type ThemeColours } from './theme.tsx';
export { Tooltip } from './tooltip.tsx';
export { VisuallyHidden } from './visually-hidden.tsx';
