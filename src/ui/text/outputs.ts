/** Every word of the ways to the ear: loudspeakers, headphones, a device with many drivers. */
export const outputsText = {
  device: {
    tooFew: {
      title: (drivers: number, channels: number) =>
        `${drivers} drivers, but the output takes ${channels} ${channels === 1 ? 'channel' : 'channels'}`,
      body: (output: string, drivers: number) =>
        `“${output}” cannot play each driver by itself. Choose an output with at least ${drivers} channels beside the volume; until then you hear your two loudspeakers.`,
    },
    enough: (output: string, drivers: number, channels: number) =>
      `${drivers} of the ${channels} channels of “${output}” are played on.`,
  },
} as const;
