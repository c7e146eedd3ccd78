import type { FormEvent } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import type { Fault } from '../../design/form/faults.js';
import { useFaults, type FaultControl } from '../../design/form/use-faults.js';
import { refreshYear } from './voucher-year.queries.js';

interface YearWrite<Values extends FieldValues, Body> {
  readonly form: UseFormReturn<Values>;
  readonly yearId: string;
  readonly run: (body: Body, header: { 'Idempotency-Key': string }) => Promise<unknown>;
  readonly onClose: () => void;
}

export interface YearWriteControl<Body> {
  readonly faults: FaultControl;
  readonly pending: boolean;
  /** Sends `body`, unless something was found to be wrong with it; that is shown at its fields. */
  readonly send: (event: FormEvent, body: Body, found: readonly Fault[]) => void;
}

/** A write of a form about a programme year: what is shown of the year is asked for again when it is done, and the form goes. */
export function useYearWrite<Values extends FieldValues, Body>({ form, yearId, run, onClose }: YearWrite<Values, Body>): YearWriteControl<Body> {
  const faults = useFaults(form);
  const intent = useIntent();
  const write = useWrite({
    mutationFn: (body: Body) => run(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(yearId);
      onClose();
    },
  });
  const send = (event: FormEvent, body: Body, found: readonly Fault[]): void => {
    event.preventDefault();
    faults.clear();
    if (found.length > 0) return faults.show(found);
    write.mutate(body);
  };
  return { faults, pending: write.isPending, send };
}
