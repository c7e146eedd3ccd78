import { deflate, deflateSync } from 'node:zlib';

/** Half of the time of the usual level, for a file that is a tenth larger. */
const COMPRESSION = { level: 3 };

/** Below, compressing takes less time than asking somebody else to. */
const WORTH_HANDING_OVER = 8 * 1024;

/** With so much waiting, whoever helps is behind: the layout then compresses its own, instead of waiting for them at the end. */
const ENOUGH_WAITING = 512 * 1024;

/** A stream on its way into the file. `bytes` are those of the file, once they are there. */
interface Passing {
  readonly id: number;
  /** Its dictionary as text, without filter and length. */
  readonly dictionary: string;
  readonly compressed: boolean;
  bytes: Uint8Array | undefined;
}

/**
 * Compresses streams beside the layout, as far as a processor is free, and hands them on in the order in which they came:
 * same input, same bytes.
 */
export class StreamQueue {
  /** What waits to be compressed. */
  waitingBytes = 0;
  private readonly passing: Passing[] = [];
  private emptied: (() => void) | undefined;

  constructor(
    private readonly emit: (stream: Passing & { readonly bytes: Uint8Array }) => void,
    private readonly fail: (error: Error) => void,
  ) {}

  /** `bytes` must not change any more. */
  add(id: number, dictionary: string, bytes: Uint8Array, compressed: boolean): void {
    const stream: Passing = { id, dictionary, compressed, bytes: undefined };
    this.passing.push(stream);
    if (!compressed) stream.bytes = bytes;
    else if (bytes.length < WORTH_HANDING_OVER || this.waitingBytes > ENOUGH_WAITING) stream.bytes = deflateSync(bytes, COMPRESSION);
    else this.compress(stream, bytes);
    this.handOn();
  }

  async whenEmpty(): Promise<void> {
    if (this.passing.length > 0) await new Promise<void>((resolve) => (this.emptied = resolve));
  }

  private compress(stream: Passing, bytes: Uint8Array): void {
    this.waitingBytes += bytes.length;
    deflate(bytes, COMPRESSION, (error, compressed) => {
      this.waitingBytes -= bytes.length;
      if (error !== null) return this.fail(error);
      stream.bytes = compressed;
      this.handOn();
    });
  }

  private handOn(): void {
    for (let first = this.passing[0]; first?.bytes !== undefined; first = this.passing[0]) {
      this.passing.shift();
      this.emit({ ...first, bytes: first.bytes });
    }
    if (this.passing.length === 0) this.emptied?.();
  }
}
