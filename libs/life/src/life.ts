import type { Bilingual } from '#libs/errors';

/** A life cycle as a closed table: what stands in it may happen, everything else is refused with a reason. */
export interface Life<State extends string, Event extends string> {
  readonly states: Readonly<Record<State, Bilingual>>;
  readonly events: Readonly<Record<Event, Bilingual>>;
  readonly table: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>;
  /** Better reasons for refusals that users run into, by `STATE/event`. */
  readonly reasons: Readonly<Partial<Record<`${State}/${Event}`, Bilingual>>>;
}

export type Step<State extends string> = { readonly allowed: true; readonly to: State } | { readonly allowed: false; readonly reason: Bilingual };

/** Where `event` leads from `state`, or why it leads nowhere and what would. */
export function stepOf<State extends string, Event extends string>(life: Life<State, Event>, state: State, event: Event): Step<State> {
  const to = life.table[state][event];
  if (to !== undefined) return { allowed: true, to };
  return { allowed: false, reason: life.reasons[`${state}/${event}`] ?? generalReason(life, state, event) };
}

function generalReason<State extends string, Event extends string>(life: Life<State, Event>, state: State, event: Event): Bilingual {
  const [now, deed] = [life.states[state], life.events[event]];
  const from = keysOf(life.table).filter((each) => life.table[each][event] !== undefined);
  const names = (language: keyof Bilingual) => from.map((each) => life.states[each][language]).join(', ');
  return {
    ko: `'${now.ko}' 상태에서는 '${deed.ko}' 처리를 할 수 없습니다. 할 수 있는 상태: ${names('ko')}.`,
    en: `'${deed.en}' is not possible while '${now.en}'. It is possible while: ${names('en')}.`,
  };
}

/** The keys of a closed record; the compiler forgets that there are no others. */
function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
