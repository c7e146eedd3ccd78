/** The server wants to know once more who is there, before it does what was asked. */
export interface StepUpDemand {
  /** PASSKEY, TOTP, RECOVERY_CODE or PASSWORD, the strongest first. */
  readonly methods: readonly string[];
  readonly windowMinutes: number;
}

let demand: StepUpDemand | null = null;
let waiting: ((proved: boolean) => void)[] = [];
const listeners = new Set<() => void>();

export function stepUpDemand(): StepUpDemand | null {
  return demand;
}

export function subscribeStepUp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks over the open page; resolves to whether the person proved it. Several requests at once are asked for once. */
export function waitForStepUp(asked: StepUpDemand): Promise<boolean> {
  const answer = new Promise<boolean>((resolve) => waiting.push(resolve));
  if (demand === null) change(asked);
  return answer;
}

/** The person proved it, or would rather not: requests that were waiting go on or are refused. */
export function endStepUp(proved: boolean): void {
  const resolvers = waiting;
  waiting = [];
  change(null);
  resolvers.forEach((resolve) => resolve(proved));
}

function change(next: StepUpDemand | null): void {
  demand = next;
  listeners.forEach((listener) => listener());
}
