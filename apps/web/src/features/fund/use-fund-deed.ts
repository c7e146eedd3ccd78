import { useQuery } from '@tanstack/react-query';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { previewHeaders } from '../../api/intent.js';
import type { Fault } from '../../design/form/faults.js';
import { useDebounced } from '../../design/use-debounced.js';
import type { DeedControl, DeedHeader } from '../rule/use-deed.js';
import { useFundWrite } from './use-fund-write.js';

const PAUSE_MS = 350;

interface Deed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer> {
  readonly fundId: string;
  readonly name: string;
  readonly defaults: DefaultValues<Values>;
  /** What is sent, what is missing, and what a preview asks before everything is typed; null while it has nothing to ask. */
  readonly read: (values: Values) => { readonly body: Body; readonly found: readonly Fault[]; readonly preview: Body | null };
  readonly send: (fundId: string, body: Body, header: DeedHeader) => Promise<Answer>;
  readonly onClose: () => void;
}

export interface FundDeed<Values extends FieldValues, Answer> extends DeedControl {
  readonly form: UseFormReturn<Values>;
  readonly preview: { readonly asked: boolean; readonly data: Answer | undefined; readonly error: Error | null };
}

/** A deed about a fund in a form of its own: typed, previewed by the code that does it, done or drafted. */
export function useFundDeed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer>({ fundId, name, defaults, read, send, onClose }: Deed<Values, Body, Answer>): FundDeed<Values, Answer> {
  const form = useForm<Values>({ defaultValues: defaults });
  const { body, found, preview } = read(form.watch());
  const asked = useDebounced(preview === null ? null : JSON.stringify({ ...preview, dryRun: true }), PAUSE_MS);
  const shown = useQuery({
    queryKey: ['fund', fundId, 'preview', name, asked],
    queryFn: () => send(fundId, JSON.parse(asked ?? '{}') as Body, previewHeaders()),
    enabled: asked !== null,
    retry: false,
  });
  const deed = useFundWrite({ fundId, form, read: () => ({ body, found }), send: (input: Body, header) => send(fundId, input, header), onClose });
  return { ...deed, form, preview: { asked: asked !== null, data: shown.data, error: shown.error } };
}

/** What stands in for a text that is not written yet: previews are not kept. */
export const orUnwritten = (text: string): string => (text.trim() === '' ? '-' : text.trim());
