/** The app with files of a tone in its queue. */
import { expect, type Page } from '@playwright/test';
import { playButton, toneFile } from './tone.ts';

export const tone = (name: string, seconds: number) => ({
  name,
  mimeType: 'audio/wav',
  buffer: toneFile(seconds),
});

/** A tone whose file says what it is. @param tags texts by the names that RIFF gives them */
export function taggedTone(name: string, seconds: number, tags: Readonly<Record<string, string>>) {
  const chunk = (id: string, content: Buffer): Buffer => {
    const head = Buffer.from(`${id}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const texts = Object.entries(tags).map(([id, text]) => chunk(id, Buffer.from(`${text}\0`, 'latin1')));
  const file = tone(name, seconds);
  const buffer = Buffer.concat([file.buffer, chunk('LIST', Buffer.concat([Buffer.from('INFO'), ...texts]))]);
  buffer.writeUInt32LE(buffer.length - 8, 4);
  return { ...file, buffer };
}

export const list = (page: Page) => page.getByRole('list', { name: 'Tracks in the queue' });
export const row = (page: Page, title: string) => list(page).getByRole('button', { name: `Play ${title}` });
export const titles = (page: Page): Promise<string[]> =>
  list(page)
    .getByRole('button', { name: /^Play / })
    .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')!.replace('Play ', '')));

/** The app with the first of these files loaded, heard as it is, and the queue in sight. */
export async function openWith(page: Page, files: readonly ReturnType<typeof tone>[]): Promise<void> {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  await page.setInputFiles('input[type=file]', [...files]);
  await page.getByRole('button', { name: /^Queue, / }).click();
  await expect(list(page)).toBeVisible();
}
