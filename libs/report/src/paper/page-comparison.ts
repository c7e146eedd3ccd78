/** A text of a page that is not what it should be; null: there is none. */
export interface TextDifference {
  /** From 1. */
  readonly page: number;
  readonly printed: string | null;
  readonly made: string | null;
}

/** Whose copy it is stands across the pages of a copy, and comes from nowhere in the data. */
const MARK = /^(사본 · |사유: |원본 SHA-256 )/;

/** Where the texts of printed pages are not those that were made again, page by page; a run that shifted is one difference. */
export function differences(printed: readonly (readonly string[])[], made: readonly (readonly string[])[]): TextDifference[] {
  return Array.from({ length: Math.max(printed.length, made.length) }, (_, at) => ofPage(at + 1, plain(printed[at]), plain(made[at]))).flat();
}

const plain = (texts: readonly string[] | undefined): readonly string[] => (texts ?? []).filter((text) => !MARK.test(text));

function ofPage(page: number, printed: readonly string[], made: readonly string[]): TextDifference[] {
  const found: TextDifference[] = [];
  let [left, right] = [0, 0];
  while (left < printed.length || right < made.length) {
    if (printed[left] === made[right]) {
      left += 1;
      right += 1;
      continue;
    }
    // The nearest place where both go on alike: what lies before it was put in, left out, or changed.
    const [skipLeft, skipRight] = nearestMeeting(printed, left, made, right);
    for (let each = 0; each < Math.max(skipLeft, skipRight); each += 1) {
      found.push({ page, printed: each < skipLeft ? (printed[left + each] ?? null) : null, made: each < skipRight ? (made[right + each] ?? null) : null });
    }
    left += skipLeft;
    right += skipRight;
  }
  return found;
}

/** As far as is looked ahead for it. */
const REACH = 40;

function nearestMeeting(printed: readonly string[], left: number, made: readonly string[], right: number): readonly [number, number] {
  for (let distance = 1; distance <= 2 * REACH; distance += 1) {
    for (let ahead = Math.max(0, distance - REACH); ahead <= Math.min(distance, REACH); ahead += 1) {
      const [text, other] = [printed[left + ahead], made[right + distance - ahead]];
      if (text === other && (text !== undefined || (left + ahead >= printed.length && right + distance - ahead >= made.length))) return [ahead, distance - ahead];
    }
  }
  return [printed.length - left, made.length - right];
}
