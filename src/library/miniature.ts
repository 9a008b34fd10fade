/** Twice what a list shows, for fine screens. */
const SIDE_PX = 96;

/** A picture cut to a small square. @returns null where the browser cannot read it */
export async function miniatureOf(picture: Blob): Promise<Blob | null> {
  try {
    const image = await createImageBitmap(picture);
    const side = Math.min(image.width, image.height);
    const canvas = new OffscreenCanvas(SIDE_PX, SIDE_PX);
    const context = canvas.getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    const [left, top] = [(image.width - side) / 2, (image.height - side) / 2];
    context.drawImage(image, left, top, side, side, 0, 0, SIDE_PX, SIDE_PX);
    image.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  } catch {
    return null;
  }
}
