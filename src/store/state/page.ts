import type { Reason } from '../../refusal/phrase.ts';

export type Face = 'listen' | 'design';

export type Theme = 'system' | 'light' | 'dark';

/** Something to tell the listener. The words are the catalogue's (ui/text); this names which, and what goes into them. */
export interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  /** Key into the catalogue, e.g. 'file-undecodable', 'engine-fault'. */
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  /** The reason, where there is one to be told. */
  readonly why?: Reason;
}

export interface InterfaceActions {
  setFace(face: Face): void;
  /** To the other one. */
  turnFace(): void;
  setTheme(theme: Theme): void;
  setMetersOpen(open: boolean): void;
  dismiss(noticeId: number): void;
}

/** The page as a program of its own. */
export interface SiteState {
  /** It opens without a network. */
  readonly isKept: boolean;
  readonly isUpdateReady: boolean;
  readonly isInstallable: boolean;
}

export interface SiteActions {
  /** Asks the listener whether the page is to be installed. To be called in a gesture. */
  installSite(): void;
  /** Opens the newer version that waits; the work is kept. */
  updateSite(): void;
}
