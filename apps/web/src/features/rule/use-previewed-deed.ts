import { useQuery } from '@tanstack/react-query';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { previewHeaders } from '../../api/intent.js';
import type { Fault } from '../../design/form/faults.js';
import { useDebounced } from '../../design/use-debounced.js';
import { useDeed, type DeedControl, type DeedHeader } from './use-deed.js';

const PAUSE_MS = 350;

/** What is sent, what is missing, and what a preview asks before everything is typed; null while it has nothing to ask. */
export interface ReadForm<Body> {
  readonly body: Body;
  readonly found: readonly Fault[];
  readonly preview: Body | null;
}

interface Previewed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer> {
  /** Under which a preview is kept while it is shown. */
  readonly previewKey: readonly unknown[];
  readonly defaults: DefaultValues<Values>;
  readonly read: (values: Values) => ReadForm<Body>;
  readonly send: (body: Body, header: DeedHeader) => Promise<Answer>;
  readonly onDone: (answer: Answer) => unknown;
  /** It is drafted and waits for signatures. */
  readonly onDrafted: () => void;
}

export interface PreviewedDeed<Values extends FieldValues, Answer> extends DeedControl {
  readonly form: UseFormReturn<Values>;
  readonly preview: { readonly asked: boolean; readonly data: Answer | undefined; readonly error: Error | null };
}

/** A deed in a form of its own: typed, previewed by the code that does it, done or drafted. */
export function usePreviewedDeed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer>({ previewKey, defaults, read, send, onDone, onDrafted }: Previewed<Values, Body, Answer>): PreviewedDeed<Values, Answer> {
  const form = useForm<Values>({ defaultValues: defaults });
  const { body, found, preview } = read(form.watch());
  const asked = useDebounced(preview === null ? null : JSON.stringify({ ...preview, dryRun: true }), PAUSE_MS);
  const shown = useQuery({
    queryKey: [...previewKey, asked],
    queryFn: () => send(JSON.parse(asked ?? '{}') as Body, previewHeaders()),
    enabled: asked !== null,
    retry: false,
  });
  const deed = useDeed({ form, read: () => ({ body, found }), send, onDone, onDrafted });
  return { ...deed, form, preview: { asked: asked !== null, data: shown.data, error: shown.error } };
}

/** What stands in for a text that is not written yet: previews are not kept. */
export const orUnwritten = (text: string): string => (text.trim() === '' ? '-' : text.trim());
