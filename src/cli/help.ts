import { SWEEP_PARAMETERS } from '../design/sweep-parameters.ts';

const REFUSALS = `Exit codes: 0 done; 2 refused, with one line on stderr that names file, field and rule.
Files appear whole or not at all.`;

export const HELP = `soundstage: immersive stereo for loudspeaker arrays, without a browser

Usage:
  soundstage design FILE.json --out DIR [--format NAMES] [--plant DIR] [--rtf]
                    [--profile music|video]
  soundstage evaluate FILE.json [--head FILE.sofa] [--plant DIR] [--json] [--profile music|video]
  soundstage render IN.wav FILE.json --out OUT.wav [--listen drivers|ears] [--upmix-only]
                    [--profile music|video]
  soundstage sweep SPEC.json --out DIR [--plant DIR] [--threads N]
  soundstage COMMAND --help
  soundstage --version

Commands:
  design    design the filters of a document and measure what they reach
  evaluate  show what the filters of a document reach
  render    play a stereo file through upmix and filters into a file
  sweep     measure all designs of a document varied over ranges

${REFUSALS}
`;

export const DESIGN_HELP = `Usage: soundstage design FILE.json --out DIR [--format NAMES] [--plant DIR] [--rtf] [--profile music|video]

Designs the filters of the design document FILE.json and writes into DIR, which is made if it is not there:
  filters-L.wav  filters-R.wav  filters-C.wav
                  filters of the left, right and centre input: 32-bit floats, one channel per driver,
                  in the order of the document, at its sampling rate
  metrics.json    what the realised filters reach, over frequency
  README.txt      channel order, sampling rate, latency, levels and polarity

Options:
  --out DIR       the folder to write into (required)
  --format NAMES  also for other programs, each in a folder DIR/NAME with a README.txt of its own; several between
                  commas, or the option repeated:
                    camilladsp     configurations for CamillaDSP 3, with their WAV files
                    equalizer-apo  configurations for Equalizer APO, with their WAV files
                    brutefir       configurations for BruteFIR, with their coefficients
                    csv            taps and responses as tables
                    sofa           all filters in one file of AES69
                    wav            what is in DIR already
  --plant DIR     responses of the drivers at the ears, measured in place: the WAV files of a folder, or one of them. A
                  document that refers to measurements finds them by their hash, there or in its own folder; one that
                  does not is designed on the responses in DIR: a stereo file (left ear, right ear) for each driver,
                  or one file with two channels for each
  --rtf           also filters-L-rtf.wav and filters-R-rtf.wav: the cancellation in relative form, every driver over
                  the one nearest to the bright ear, which plays its input as it is
  --profile NAME  music (the default): the modelling delay is half the filters' length; video: so short that upmix,
                  filters and limiter together are late by 25 ms at most
  --help          this text

${REFUSALS}
`;

export const EVALUATE_HELP = `Usage: soundstage evaluate FILE.json [--head FILE.sofa] [--plant DIR] [--json] [--profile music|video]

Designs the filters of the design document FILE.json and shows what the realised filters reach: separation of the ears,
effort, side rejection, directivity in third octaves, a summary, the area of the listening zone by several measures, and
where the document has a room, depth: direct-to-reverberant ratio, critical distance and C50. Nothing is written to disk.

Options:
  --head FILE.sofa  also what a measured head hears of the design made on the model: a file of SimpleFreeFieldHRIR or
                    another of two ears' impulse responses over directions
  --plant DIR       responses at the ears, measured in place, as in soundstage design
  --json            print what soundstage design writes as metrics.json instead of the table; with the listening zone
                    under "zone", depth under "depth" and a measured head's part under "head"
  --profile NAME    music (the default) or video, as in soundstage design
  --help            this text

Exit codes: 0 done; 2 refused, with one line on stderr that names file, field and rule.
`;

export const RENDER_HELP = `Usage: soundstage render IN.wav FILE.json --out OUT.wav [--listen drivers|ears] [--upmix-only]
                         [--profile music|video]

Plays IN.wav through the upmix and the filters of the design document FILE.json.
IN.wav has one or two channels (one is played on left and right alike) of 8, 16, 24 or 32-bit integers or 32 or 64-bit
floats, at the sampling rate of the document. OUT.wav has 32-bit floats, is aligned with IN.wav (the latency is taken
off) and longer by the filters' tail; beyond 4 GiB it is RF64. Both are read and written piece by piece, whatever their
length; a terminal shows how far it is.

Options:
  --out OUT.wav     the file to write (required)
  --listen drivers  one channel per driver, in the order of the document (the default)
  --listen ears     two channels: what reaches the listener's left and right ear, without room
  --upmix-only      three channels L', R', C as they leave the upmix, without filters; as long as IN.wav
  --profile music   upmix and filters as they are for music (the default)
  --profile video   as they are for video, where upmix, filters and limiter together are late by 25 ms at most:
                    shorter frames, filters with a shorter modelling delay
  --help            this text

${REFUSALS}
`;

const PARAMETER_WIDTH = Math.max(...Object.keys(SWEEP_PARAMETERS).map((name) => name.length));
const PARAMETERS = Object.entries(SWEEP_PARAMETERS).map(
  ([name, { explained }]) => `  ${name.padEnd(PARAMETER_WIDTH)}  ${explained}\n`,
);

export const SWEEP_HELP = `Usage: soundstage sweep SPEC.json --out DIR [--plant DIR] [--threads N]

Designs a document in all combinations of ranges, on all cores, and writes into DIR:
  sweep.csv    one row per design: its values, then what its realised filters reach; means and worst values are
               those from 300 Hz to 8 kHz
  pareto.html  the same to look at: any two columns against each other, the best compromises marked
  sweep.json   the sweep as it was run

SPEC.json:
  { "format": "soundstage-sweep", "version": 1, "name": "Widths and distances",
    "design": "soundbar.json", or the design document itself,
    "ranges": { "spacingM": [0.04, 0.06, 0.08],
                "distanceM": { "from": 1, "to": 3, "steps": 5 } } }

Ranges:
${PARAMETERS.join('')}
A row is whole or not there. Ctrl-C leaves what is done; the same command goes on from there.

Options:
  --out DIR    the folder to write into (required)
  --plant DIR  responses at the ears, measured in place, as in soundstage design; what was measured at one distance,
               spacing or size cannot be swept over it
  --threads N  so many cores (all, unless given)
  --help       this text

Exit codes: 0 done; 2 refused, with one line on stderr that names file, field and rule; 130 interrupted.
`;
