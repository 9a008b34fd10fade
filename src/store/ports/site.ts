/** What the page as a program of its own tells. */
export interface SiteEvents {
  /** All of it is on this machine: it opens without a network from now on. */
  onKept(): void;
  /** A newer one is on this machine and waits to take its place. */
  onUpdate(): void;
  /** Whether the browser lets it be installed. */
  onInstallable(isInstallable: boolean): void;
}

/** The page as a program that is kept, renewed and installed. Implemented by src/site. */
export interface SitePort {
  start(events: SiteEvents): void;
  /** Asks the listener. To be called in a gesture. */
  install(): Promise<void>;
  /** Opens the newer one in the place of this page. */
  update(): void;
}
