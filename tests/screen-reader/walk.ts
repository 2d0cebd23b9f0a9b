import type { Act, Journey } from './journeys.ts';
import type { Reader } from './reader.ts';
import type { Site } from './site.ts';
import { type Heard, linesOf } from './transcript.ts';

/** More than any screen has stops. */
const mostPresses = 40;

/** What was said on a journey, and what should have been and was not. */
export interface Walked {
  heard: readonly Heard[];
  missed: readonly string[];
}

/** Does what a journey names, and stops where it cannot go on. */
export async function walk({ acts }: Journey, reader: Reader, site: Site): Promise<Walked> {
  const heard: Heard[] = [];
  for (const act of acts) {
    if ('system' in act) {
      site.endpoint.always(act.system);
      continue;
    }
    if ('until' in act) {
      if (!(await pressUntil(act, reader, heard)))
        return { heard, missed: [`${act.press} to “${act.until}”`] };
      continue;
    }
    const said = [...(await ('type' in act ? reader.type(act.type) : reader.press(act.press)))];
    heard.push({ act: nameOf(act), said });
    const wasSaid = (): boolean => !act.hears || linesOf(said).join(' ').includes(act.hears);
    // On a busy machine it may come later than the quiet after a key.
    for (let waits = 0; waits < 3 && !wasSaid(); waits++) said.push(...(await reader.wait()));
    if (!wasSaid()) return { heard, missed: [`${nameOf(act)}: “${act.hears}”`] };
  }
  return { heard, missed: [] };
}

async function pressUntil(
  act: { press: string; until: string },
  reader: Reader,
  heard: Heard[],
): Promise<boolean> {
  for (let presses = 0; presses < mostPresses; presses++) {
    const said = await reader.press(act.press);
    heard.push({ act: act.press, said });
    if (linesOf(said).join(' ').includes(act.until)) return true;
  }
  return false;
}

function nameOf(act: Exclude<Act, { system: unknown }>): string {
  return 'type' in act ? `types “${act.type}”` : act.press;
}
