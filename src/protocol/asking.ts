/**
 * How a node asks its processor whether it has obeyed: messages of one port keep their order, so whoever is answered
 * knows that everything sent before has been read. Every processor of the chain answers, also one without its kernel.
 */

/** From the node to the processor. */
export interface Ask {
  readonly type: 'ask';
}

/** From the processor to the node, once for each question. */
export interface Obeyed {
  readonly type: 'obeyed';
}

export const OBEYED: Obeyed = { type: 'obeyed' };
