import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

interface ButtonLook {
  /** `primary` for the one thing to do, `quiet` for what stands beside it. */
  readonly variant?: 'default' | 'primary' | 'quiet' | undefined;
  readonly size?: 'default' | 'small' | undefined;
}

export type ButtonProps = ComponentProps<'button'> & ButtonLook;

export function Button({ variant, size, className, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
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
