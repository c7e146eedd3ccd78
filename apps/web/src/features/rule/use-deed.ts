import type { FormEvent } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import type { Fault } from '../../design/form/faults.js';
import { useFaults, type FaultControl } from '../../design/form/use-faults.js';

export type DeedHeader = { 'Idempotency-Key': string };

export interface Deed<Values extends FieldValues, Body, Answer> {
  readonly form: UseFormReturn<Values>;
  /** What is sent, or what stands in its way; without a body nothing is sent. */
  readonly read: () => { readonly body: Body | null; readonly found: readonly Fault[] };
  readonly send: (body: Body, header: DeedHeader) => Promise<Answer>;
  readonly onDone: (answer: Answer) => unknown;
  /** It is drafted and waits for signatures. */
  readonly onDrafted: () => void;
  /** The request that is drafted again. */
  readonly supersedes?: string | undefined;
}

export interface DeedControl {
  readonly faults: FaultControl;
  readonly pending: boolean;
  readonly onSubmit: (event: FormEvent) => void;
}

/** How a form sends its deed: the faults found here first, one name for every intended write, and all refusals at their fields. */
export function useDeed<Values extends FieldValues, Body, Answer>({ form, read, send, onDone, onDrafted, supersedes }: Deed<Values, Body, Answer>): DeedControl {
  const faults = useFaults(form);
  const intent = useIntent(supersedes);
  const write = useWrite({
    mutationFn: (body: Body) => send(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onDrafted,
    onSuccess: (answer) => {
      intent.done();
      return onDone(answer);
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { body, found } = read();
    if (found.length > 0 || body === null) return faults.show(found);
    write.mutate(body);
  };
  return { faults, pending: write.isPending, onSubmit };
}
