import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { DeedHeader } from '../rule/use-deed.js';
import { usePreviewedDeed, type PreviewedDeed, type ReadForm } from '../rule/use-previewed-deed.js';
import { refreshFund } from './refresh-fund.js';

export { orUnwritten } from '../rule/use-previewed-deed.js';

interface Deed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer> {
  readonly fundId: string;
  /** What is told of other funds changes with it. */
  readonly ofSeveral?: boolean;
  readonly name: string;
  readonly defaults: DefaultValues<Values>;
  readonly read: (values: Values) => ReadForm<Body>;
  readonly send: (fundId: string, body: Body, header: DeedHeader) => Promise<Answer>;
  readonly onClose: () => void;
}

export type FundDeed<Values extends FieldValues, Answer> = PreviewedDeed<Values, Answer>;

/** A deed about a fund in a form of its own: what it changed is shown before its dialog goes. */
export function useFundDeed<Values extends FieldValues, Body extends { dryRun?: boolean }, Answer>({ fundId, ofSeveral = false, name, defaults, read, send, onClose }: Deed<Values, Body, Answer>): FundDeed<Values, Answer> {
  return usePreviewedDeed({
    previewKey: ['fund', fundId, 'preview', name],
    ...{ defaults, read, send: (body: Body, header: DeedHeader) => send(fundId, body, header) },
    onDone: async () => {
      await refreshFund(ofSeveral ? null : fundId);
      onClose();
    },
    onDrafted: onClose,
  });
}
