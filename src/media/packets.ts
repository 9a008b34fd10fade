/** What a decoder is given at once. */
export interface Packet {
  readonly data: Uint8Array;
  /** Frame of the sound that the first of what it decodes to is; before 0 it is padding. */
  readonly at: number;
  /** Frames that it decodes to. */
  readonly frames: number;
  /** Whether what is missing before it could not be read. */
  readonly isBehindDamage?: boolean;
}

/** A compressed sound, packet by packet. */
export interface PacketSource {
  readonly format: string;
  readonly config: AudioDecoderConfig;
  /** Frames of the sound, padding left out; an estimate where the file does not say. */
  readonly frames: number;
  /** Packets from one on that is early enough for what is decoded from `frame` on to be right. Damaged ones are left out. */
  from(frame: number): AsyncGenerator<Packet, void, undefined>;
  dispose(): void;
}
