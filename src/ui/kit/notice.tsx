import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';

export type Severity = 'info' | 'warning' | 'error';

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

/** Something that happened, in words, with its severity as shape and colour. */
export function Notice(props: {
  readonly severity: Severity;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Name of the button that closes it, and what it does; without it the notice stays. */
  readonly dismissLabel?: string;
  readonly onDismiss?: () => void;
}): ReactNode {
  const Icon = ICONS[props.severity];
  return (
    <div className={classNames(styles.notice, styles[props.severity])}>
      <Icon className={styles.icon} size={18} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{props.title}</p>
        {props.children && <div className={styles.body}>{props.children}</div>}
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </div>
      {props.onDismiss && props.dismissLabel && (
        <IconButton
          label={props.dismissLabel}
          variant="quiet"
          size="small"
          tooltip={false}
          onClick={props.onDismiss}
        >
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** Where notices appear: a live region that is there before they are, so that they are read out. */
export function NoticeRegion({
  ref,
  label,
  className,
  children,
}: {
  readonly ref?: Ref<HTMLElement>;
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section
      ref={ref}
      aria-label={label}
      aria-live="polite"
      aria-relevant="additions"
      className={classNames(styles.region, className)}
    >
      {children}
    </section>
  );
}
