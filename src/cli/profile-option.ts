import { modellingDelay } from '../kernel/chain-latency.ts';
import { PROFILES, type Profile } from '../kernel/profile.ts';
import type { DesignDocument } from '../design/document.ts';
import { CommandError } from './command-error.ts';

/** `--profile music|video`, music where it is not given. @throws CommandError for any other */
export function profileOf(command: string, value: string | undefined): Profile {
  const profile = PROFILES.find((name) => name === (value ?? 'music'));
  if (profile !== undefined) return profile;
  const reason = `--profile: expected ${PROFILES.join(' or ')}, got "${value}"`;
  throw new CommandError(`${command}: ${reason}; see soundstage ${command} --help`);
}

/** Modelling delay of a document's filters in a profile, samples. */
export function delayIn(profile: Profile, { filterTaps, sampleRateHz }: DesignDocument): number {
  return modellingDelay(profile, filterTaps, sampleRateHz);
}
