import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { DeedHeader } from '../rule/use-deed.js';
import { usePreviewedDeed, type PreviewedDeed, type ReadForm } from '../rule/use-previewed-deed.js';
import { refreshPayments, type SettledLines } from './payment-run.requests.js';

interface Deed<Values extends FieldValues, Body extends { dryRun?: boolean }> {
  readonly runId: string;
  readonly name: string;
  readonly defaults: DefaultValues<Values>;
  readonly read: (values: Values) => ReadForm<Body>;
  readonly send: (runId: string, body: Body, header: DeedHeader) => Promise<SettledLines>;
  readonly onClose: () => void;
}

/** What the bank did with a run, typed or handed in: shown by the code that books it, then booked. */
export function useRunDeed<Values extends FieldValues, Body extends { dryRun?: boolean }>({ runId, name, defaults, read, send, onClose }: Deed<Values, Body>): PreviewedDeed<Values, SettledLines> {
  return usePreviewedDeed({
    previewKey: ['payments', 'outcome-preview', runId, name],
    ...{ defaults, read, send: (body: Body, header: DeedHeader) => send(runId, body, header) },
    onDone: async () => {
      await refreshPayments();
      onClose();
    },
    onDrafted: onClose,
  });
}
