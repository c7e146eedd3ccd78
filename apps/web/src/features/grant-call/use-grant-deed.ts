import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { DeedHeader } from '../rule/use-deed.js';
import { usePreviewedDeed, type PreviewedDeed, type ReadForm } from '../rule/use-previewed-deed.js';
import { refreshGrants } from './grant-call.queries.js';

interface Deed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer> {
  readonly callId: string;
  /** Tells previews of one call apart. */
  readonly name: string;
  readonly defaults: DefaultValues<Values>;
  readonly read: (values: Values) => ReadForm<Body>;
  readonly send: (body: Body, header: DeedHeader) => Promise<Answer>;
  readonly onClose: () => void;
}

/** A deed about a call or anything in it, in a form of its own: typed, previewed by the code that does it, done or drafted. */
export function useGrantDeed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer>({ callId, name, defaults, read, send, onClose }: Deed<Values, Body, Answer>): PreviewedDeed<Values, Answer> {
  return usePreviewedDeed({
    previewKey: ['grant-call', callId, 'preview', name],
    ...{ defaults, read, send },
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
    onDrafted: onClose,
  });
}
