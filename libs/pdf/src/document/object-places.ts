/** An object stream, and the place of an object in it. */
interface PackedPlace {
  readonly stream: number;
  readonly index: number;
}

const FIRST_CAPACITY = 1_024;

/** Where packed objects lie, by number: a long table has millions, and this is all that stays of them. */
export class ObjectPlaces {
  private streams = new Uint32Array(FIRST_CAPACITY);
  private indexes = new Uint16Array(FIRST_CAPACITY);

  set(id: number, stream: number, index: number): void {
    if (id >= this.streams.length) this.grow(id);
    this.streams[id] = stream;
    this.indexes[id] = index;
  }

  /** Undefined where the object is not packed. */
  get(id: number): PackedPlace | undefined {
    const stream = this.streams[id] ?? 0;
    return stream === 0 ? undefined : { stream, index: this.indexes[id] ?? 0 };
  }

  private grow(id: number): void {
    const capacity = Math.max(id + 1, this.streams.length * 2);
    const [streams, indexes] = [new Uint32Array(capacity), new Uint16Array(capacity)];
    streams.set(this.streams);
    indexes.set(this.indexes);
    Object.assign(this, { streams, indexes });
  }
}
