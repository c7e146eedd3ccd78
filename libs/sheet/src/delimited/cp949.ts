/**
 * CP949 (Windows code page 949, "ANSI" in Korean Windows): EUC-KR plus the 8,822 syllables that EUC-KR lacks (똠, 펲, 햏 …).
 *
 * Node's `TextDecoder('euc-kr')` is plain EUC-KR, whatever the WHATWG standard says: it turns those syllables into other letters without an
 * error. So only the common part is taken from it, and the extension is rebuilt from its rule: the syllables of Unicode that EUC-KR does
 * not have, in their order, fill the free double bytes in theirs.
 */
let units: Uint16Array | null = null;

/** Decodes CP949; null when a byte sequence is not part of it. */
export function decodeCp949(bytes: Uint8Array): string | null {
  units ??= buildUnits();
  const decoded = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      decoded[length] = lead;
    } else {
      at += 1;
      const unit = units[(lead << 8) | (bytes[at] ?? 0)] ?? 0;
      if (unit === 0) return null;
      decoded[length] = unit;
    }
    length += 1;
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(decoded.subarray(0, length));
}

let bytesByUnit: Map<number, number> | null = null;
const UNKNOWN = 0x3f;

/** Encodes as CP949; a letter that it does not have becomes a question mark. */
export function encodeCp949(text: string): Buffer {
  units ??= buildUnits();
  bytesByUnit ??= new Map([...units.entries()].flatMap(([bytes, unit]) => (unit === 0 ? [] : [[unit, bytes] as const])));
  const encoded: number[] = [];
  for (const letter of text) {
    const unit = letter.codePointAt(0) ?? 0;
    const bytes = unit < 0x80 ? unit : (bytesByUnit.get(unit) ?? UNKNOWN);
    if (bytes > 0xff) encoded.push(bytes >> 8);
    encoded.push(bytes & 0xff);
  }
  return Buffer.from(encoded);
}

/** UTF-16 units by double byte; 0 where there is none. */
function buildUnits(): Uint16Array {
  const table = new Uint16Array(0x1_0000);
  const eucKr = new TextDecoder('euc-kr');
  const common = new Set<number>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const unit = eucKr.decode(Uint8Array.of(lead, trail)).charCodeAt(0);
      if (unit === 0xfffd) continue;
      table[(lead << 8) | trail] = unit;
      common.add(unit);
    }
  }
  // Added to KS X 1001 in 1998, after the table of `euc-kr` was made.
  table[0xa2e6] = 0x20ac;
  table[0xa2e7] = 0xae;

  const places = extensionPlaces();
  for (let syllable = 0xac00; syllable <= 0xd7a3; syllable += 1) {
    if (!common.has(syllable)) table[places.next().value ?? 0] = syllable;
  }
  return table;
}

/** The double bytes of the extension in order: letters and high bytes as second byte, below the area of EUC-KR. */
function* extensionPlaces(): Generator<number, undefined> {
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    const last = lead < 0xa1 ? 0xfe : 0xa0;
    for (let trail = 0x41; trail <= last; trail += 1) {
      const isFree = trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81;
      if (isFree) yield (lead << 8) | trail;
    }
  }
}
