const FIRST_CAPACITY = 64 * 1024;

const LARGEST_INTEGER = 0x7fffffff;

/** The digits of a number below 2^53, from the last one on. */
const digits = new Uint8Array(16);

const [ZERO, MINUS, POINT, BACKSLASH] = [0x30, 0x2d, 0x2e, 0x5c];

/** Bytes that mean something in a string, and line ends, which readers may change (ISO 32000-1, 7.3.4.2). */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) => ('()\\\r\n'.includes(String.fromCharCode(byte)) ? 1 : 0));

/**
 * Grows by what is written to it. A page of cells is thousands of small pieces: as strings they would be joined, measured and
 * encoded again; here each byte is written once.
 */
export class ByteWriter {
  length = 0;
  private bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);

  /** Text of Latin-1: one character, one byte. */
  text(text: string): this {
    this.need(text.length);
    const { bytes } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index += 1) bytes[at++] = text.charCodeAt(index);
    this.length = at;
    return this;
  }

  /** A whole number. */
  integer(value: number): this {
    return this.scaled(value, 0);
  }

  /** A number given in thousandths or hundredths, say 12345 with two decimals for 123.45; zeros at the end are left out. */
  scaled(value: number, decimals: number): this {
    this.need(24);
    let rest = value;
    if (rest < 0) {
      this.bytes[this.length++] = MINUS;
      rest = -rest;
    }
    let left = decimals;
    while (left > 0 && rest % 10 === 0) {
      rest /= 10;
      left -= 1;
    }
    let count = 0;
    while (rest > LARGEST_INTEGER) {
      digits[count++] = rest % 10;
      rest = Math.floor(rest / 10);
    }
    // Nearly every number is small, and whole numbers of 32 bits are divided several times faster.
    for (let small = rest | 0; small > 0 || count <= left; small = (small / 10) | 0) digits[count++] = small % 10;
    while (count > 0) {
      if (count === left) this.bytes[this.length++] = POINT;
      this.bytes[this.length++] = ZERO + (digits[--count] ?? 0);
    }
    return this;
  }

  /** Two bytes inside a literal string, escaped where they would mean something. */
  pair(value: number): this {
    this.need(8);
    this.inString(value >> 8);
    this.inString(value & 0xff);
    return this;
  }

  /** What has been written; valid until something is written again. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** Begins anew. */
  clear(): void {
    this.length = 0;
  }

  private inString(byte: number): void {
    if (SPECIAL[byte] === 0) {
      this.bytes[this.length++] = byte;
      return;
    }
    this.bytes[this.length++] = BACKSLASH;
    for (const place of [64, 8, 1]) this.bytes[this.length++] = ZERO + (Math.floor(byte / place) % 8);
  }

  private need(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.written());
    this.bytes = larger;
  }
}
