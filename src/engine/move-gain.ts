import type { IGainNode } from 'standardized-audio-context';
import type { AnyContext } from './processor-node.ts';

/** Time constant of a change of gain. */
export const GAIN_TIME_SECONDS = 0.01;

/** Without a click while it sounds, at once while it does not. @param fromSeconds of the context's time; now where that is over */
export function moveGain<Context extends AnyContext>(
  { context, gain }: IGainNode<Context>,
  value: number,
  fromSeconds = 0,
): void {
  if (context.state === 'running')
    gain.setTargetAtTime(value, Math.max(fromSeconds, context.currentTime), GAIN_TIME_SECONDS);
  else gain.value = value;
}
