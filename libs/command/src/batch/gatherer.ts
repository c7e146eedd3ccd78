/** How many requests one transaction takes, and how many transactions of one lane are under way at once. */
export interface GatherLimits {
  readonly batchSize: number;
  readonly batchesInFlight: number;
}

/** Large enough that a commit costs each request next to nothing, small enough that nobody waits long for the others. */
export const GATHER_LIMITS: GatherLimits = { batchSize: 256, batchesInFlight: 2 };

/** A request on its way into a batch. */
export interface Passenger<Item> {
  /** Only what shares a lane can share a batch. */
  readonly lane: string;
  /** Two requests with one key never travel at the same time; null: no other one is like it. */
  readonly key: string | null;
  readonly item: Item;
}

interface Waiting<Item, Outcome> extends Passenger<Item> {
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

interface Lane<Item, Outcome> {
  waiting: Waiting<Item, Outcome>[];
  readonly keysUnderWay: Set<string>;
  batchesUnderWay: number;
  called: boolean;
}

/**
 * Gathers single requests into batches. There is no timer: a request that finds its lane free starts with those that came in the
 * same turn of the event loop; while batches are under way the next one fills.
 */
export class Gatherer<Item, Outcome> {
  private readonly lanes = new Map<string, Lane<Item, Outcome>>();

  constructor(
    private readonly limits: GatherLimits,
    /** Answers in the order of `items`; a rejection is the answer to all of them. */
    private readonly settle: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  ) {}

  /** Answers what came of the request, whoever it travelled with. */
  submit(passenger: Passenger<Item>): Promise<Outcome> {
    return this.carry(passenger, (outcome) => outcome);
  }

  /** The same with what `conclude` makes of it. Its key is under way until then: who has the same one comes after it. */
  carry<Answer>(passenger: Passenger<Item>, conclude: (outcome: Outcome) => Answer | Promise<Answer>): Promise<Answer> {
    const lane = this.lanes.get(passenger.lane) ?? { waiting: [], keysUnderWay: new Set<string>(), batchesUnderWay: 0, called: false };
    this.lanes.set(passenger.lane, lane);
    const answer = new Promise<Outcome>((resolve, reject) => lane.waiting.push({ ...passenger, resolve, reject })).then(conclude);
    const release = (): void => {
      if (passenger.key === null) return;
      lane.keysUnderWay.delete(passenger.key);
      this.start(passenger.lane, lane);
    };
    answer.then(release, release);
    if (!lane.called) this.call(passenger.lane, lane);
    return answer;
  }

  private call(name: string, lane: Lane<Item, Outcome>): void {
    lane.called = true;
    setImmediate(() => {
      lane.called = false;
      this.start(name, lane);
    });
  }

  private start(name: string, lane: Lane<Item, Outcome>): void {
    while (lane.batchesUnderWay < this.limits.batchesInFlight) {
      const batch = this.board(lane);
      if (batch.length === 0) break;
      lane.batchesUnderWay += 1;
      void this.travel(batch).finally(() => {
        lane.batchesUnderWay -= 1;
        this.start(name, lane);
      });
    }
    const isOver = lane.batchesUnderWay === 0 && lane.waiting.length === 0 && lane.keysUnderWay.size === 0 && !lane.called;
    if (isOver) this.lanes.delete(name);
  }

  /** Takes from the front of the queue what may travel now; whose key is under way waits for the next batch. */
  private board(lane: Lane<Item, Outcome>): readonly Waiting<Item, Outcome>[] {
    const batch: Waiting<Item, Outcome>[] = [];
    const left: Waiting<Item, Outcome>[] = [];
    for (const each of lane.waiting) {
      if (batch.length === this.limits.batchSize || (each.key !== null && lane.keysUnderWay.has(each.key))) {
        left.push(each);
      } else {
        if (each.key !== null) lane.keysUnderWay.add(each.key);
        batch.push(each);
      }
    }
    lane.waiting = left;
    return batch;
  }

  private async travel(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.settle(batch.map(({ item }) => item));
      batch.forEach((each, at) => {
        each.resolve(outcomes[at] as Outcome);
      });
    } catch (error) {
      for (const each of batch) each.reject(error);
    }
  }
}
