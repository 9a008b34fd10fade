import { describe, expect, it } from 'vitest';
import { OutputChannels, type ChannelledDestination } from './output-channels.ts';

/** A device, as a browser shows it. */
function createDevice(maxChannelCount: number) {
  const log: string[] = [];
  const destination: ChannelledDestination & { maxChannelCount: number } = {
    channelCount: 2,
    channelInterpretation: 'speakers',
    maxChannelCount,
  };
  const channels = new OutputChannels({
    destination,
    quietly: async (change) => {
      log.push('quiet');
      await change();
    },
    onMost: (most) => log.push(`most ${most}`),
  });
  return { destination, channels, log };
}

describe('OutputChannels', () => {
  it('opens more of the device only when they are needed, and while nothing is heard', async () => {
    const { destination, channels, log } = createDevice(8);
    expect(destination.channelInterpretation).toBe('discrete');
    await channels.need(2);
    expect(destination.channelCount).toBe(2);
    await channels.need(6);
    expect(destination.channelCount).toBe(6);
    expect(log).toEqual(['quiet']);
  });

  it('goes back to fewer when it is opened anew', async () => {
    const { destination, channels, log } = createDevice(8);
    await channels.need(6);
    await channels.need(2);
    expect(destination.channelCount).toBe(6);
    channels.open();
    expect(destination.channelCount).toBe(2);
    expect(log).toEqual(['quiet']);
  });

  it('never asks for more than there are, also after another device took its place', async () => {
    const { destination, channels } = createDevice(8);
    await channels.need(12);
    expect(destination.channelCount).toBe(8);
    channels.close();
    expect(destination.channelCount).toBe(2);
    destination.maxChannelCount = 4;
    channels.open();
    expect(destination.channelCount).toBe(4);
  });

  it('leaves a device with one channel as the browser opened it', () => {
    const { destination, channels } = createDevice(1);
    channels.open();
    expect(destination.channelCount).toBe(2);
  });

  it('tells how many there are, once, and again when it changes', () => {
    const { destination, channels, log } = createDevice(2);
    channels.look();
    channels.look();
    destination.maxChannelCount = 64;
    channels.look();
    expect(log).toEqual(['most 2', 'most 32']);
  });
});
