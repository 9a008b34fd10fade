/** A device that can be chosen to play on. */
export interface OutputDevice {
  readonly id: string;
  readonly label: string;
}

export interface OutputChoice {
  /** Those that there are besides whatever the system plays on; none while the browser does not name them. */
  readonly devices: readonly OutputDevice[];
  /** The one that plays; '' for the system's. */
  readonly deviceId: string;
  /** The browser gives names only when it is asked for the microphone. */
  readonly mayAsk: boolean;
}

/** The choice of what to play on. */
export interface OutputsPort {
  /** Looks what there is, and takes the remembered one. */
  start(wanted: OutputDevice | null): Promise<void>;
  /** @param device null for the system's. Rejects when the browser refuses; what played before goes on */
  choose(device: OutputDevice | null): Promise<void>;
  /** Asks the listener to let the browser name all devices. Rejects when that is refused. To be called in a gesture. */
  ask(): Promise<void>;
}
