import type { ReactElement, ReactNode } from 'react';
import { useIntent } from '../../api/intent.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import type { DeedHeader } from '../rule/use-deed.js';
import { refreshGrants } from './grant-call.queries.js';

interface Props {
  readonly callId: string;
  /** What it is done to: with the reason, it tells one deed from another. */
  readonly subject: string;
  readonly title: string;
  readonly label: string;
  readonly missing: string;
  readonly action: string;
  readonly send: (reason: string, header: DeedHeader) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Takes back something of a call, for a reason that goes on record. */
export function GrantReasonDialog({ callId, subject, send, ...texts }: Props): ReactElement {
  const intent = useIntent();
  const run = async (reason: string): Promise<void> => {
    await send(reason, intent.headersFor({ subject, reason }));
    intent.done();
    await refreshGrants(callId);
  };
  return <ReasonDialog {...texts} tone="danger" run={run} />;
}
