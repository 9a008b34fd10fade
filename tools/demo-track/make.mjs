/**
 * Makes the demo track and the loudspeaker identification from nothing but code, and writes them to public/demo.
 *
 *     node tools/demo-track/make.mjs
 *
 * Needs ffmpeg with libmp3lame for the last step. The same machine makes the same samples at every run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IDENTIFICATION_CUES, IDENTIFICATION_SECONDS, renderIdentification } from './identification.mjs';
import { TITLE, TOTAL_SECONDS } from './score/form.mjs';
import { mixStems, renderStems } from './stems.mjs';
import { encodeWav } from './wav.mjs';

const SAMPLE_RATE_HZ = 48000;
const OUT = fileURLToPath(new URL('../../public/demo/', import.meta.url));

function requireEncoder() {
  const probe = spawnSync('ffmpeg', ['-hide_banner', '-encoders'], { encoding: 'utf8' });
  if (probe.error || !probe.stdout.includes('libmp3lame')) {
    console.error('make.mjs: needs ffmpeg with libmp3lame on the PATH (Debian: apt-get install ffmpeg).');
    process.exit(1);
  }
}

/** Encodes by way of a temporary WAV; 256 kbit/s joint stereo. */
function writeMp3(name, title, { left, right }) {
  const folder = mkdtempSync(join(tmpdir(), 'demo-track-'));
  const wav = join(folder, 'mix.wav');
  try {
    writeFileSync(wav, encodeWav(left, right, SAMPLE_RATE_HZ));
    const tags = [
      '-metadata',
      `title=${title}`,
      '-metadata',
      'artist=Soundstage',
      '-metadata',
      'copyright=MIT',
    ];
    const encoder = ['-codec:a', 'libmp3lame', '-b:a', '256k', '-joint_stereo', '1', '-id3v2_version', '3'];
    const run = spawnSync(
      'ffmpeg',
      ['-y', '-loglevel', 'error', '-i', wav, ...encoder, ...tags, '-fflags', '+bitexact', join(OUT, name)],
      { stdio: 'inherit' },
    );
    if (run.status !== 0) throw new Error(`ffmpeg could not write ${name}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${name}: ${(statSync(join(OUT, name)).size / 1e6).toFixed(2)} MB`);
}

const writeJson = (name, value) => writeFileSync(join(OUT, name), `${JSON.stringify(value, null, 2)}\n`);

requireEncoder();
mkdirSync(OUT, { recursive: true });
const stems = renderStems(SAMPLE_RATE_HZ);
writeMp3('first-light.mp3', TITLE, mixStems(stems));
writeMp3('identification.mp3', 'Loudspeaker identification', renderIdentification(SAMPLE_RATE_HZ));
writeJson('identification.json', IDENTIFICATION_CUES);
writeJson('demo.json', {
  licence: 'MIT, as the project; made by tools/demo-track/make.mjs',
  track: {
    title: TITLE,
    file: 'first-light.mp3',
    durationSeconds: TOTAL_SECONDS,
    sampleRateHz: SAMPLE_RATE_HZ,
    stems: stems.map(({ name, pan }) => ({ name, pan })),
  },
  identification: {
    title: 'Left, centre, right, around',
    file: 'identification.mp3',
    durationSeconds: IDENTIFICATION_SECONDS,
    cues: 'identification.json',
  },
});
