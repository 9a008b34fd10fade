/**
 * In the built app, what stands in the place of four parts of standardized-audio-context that it never comes to: stand-ins for
 * AudioWorkletNode (without which it does not start, see `nativeOf`), for ConstantSourceNode (older than that in every browser) and for StereoPannerNode, and the `listener` of a context.
 * They hold a quarter of what the library would bring; nothing of it could be shaken off, since contexts refer to them.
 */
export const createAudioListenerFactory = () => () => undefined;
export const createNativeAudioWorkletNodeFakerFactory = () => undefined;
export const createNativeConstantSourceNodeFakerFactory = () => undefined;
export const createNativeStereoPannerNodeFakerFactory = () => undefined;
