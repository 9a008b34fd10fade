import { useState, type ComponentProps, type FocusEvent, type MouseEvent, type ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

interface ButtonLook {
  /** `primary` for the one thing to do, `quiet` for what stands beside it. */
  readonly variant?: 'default' | 'primary' | 'quiet' | undefined;
  readonly size?: 'default' | 'small' | undefined;
}

export type ButtonProps = ComponentProps<'button'> & ButtonLook;

/**
 * A button that has the focus keeps it where it has nothing more to do: a browser would take it away from one that is
 * disabled, and whoever works by keyboard would be nowhere. It is disabled by name alone until the focus goes on.
 */
function useKeptFocus({ disabled = false, onClick, onFocus, onBlur, ...rest }: ComponentProps<'button'>) {
  const [isFocused, setFocused] = useState(false);
  const isHeld = disabled && isFocused;
  return {
    disabled: disabled && !isHeld,
    'aria-disabled': isHeld || rest['aria-disabled'],
    onClick: (event: MouseEvent<HTMLButtonElement>): void => {
      if (isHeld) event.preventDefault();
      else onClick?.(event);
    },
    onFocus: (event: FocusEvent<HTMLButtonElement>): void => {
      setFocused(true);
      onFocus?.(event);
    },
    onBlur: (event: FocusEvent<HTMLButtonElement>): void => {
      setFocused(false);
      onBlur?.(event);
    },
  };
}

export function Button({ variant, size, className, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      {...useKeptFocus(rest)}
      className={classNames(
        styles.button,
        variant === 'primary' && styles.primary,
        variant === 'quiet' && styles.quiet,
        size === 'small' && styles.small,
        className,
      )}
    />
  );
}

export type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'children'> & {
  /** Accessible name, shown as a tooltip too. */
  readonly label: string;
  /** Key that does the same, by its ARIA name (`ArrowLeft`), shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
  readonly tooltip?: boolean | undefined;
};

export function IconButton({
  label,
  shortcut,
  tooltip = true,
  className,
  ...rest
}: IconButtonProps): ReactNode {
  const button = (
    <Button
      {...rest}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      className={classNames(styles.icon, className)}
    />
  );
  return tooltip ? (
    <Tooltip text={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
