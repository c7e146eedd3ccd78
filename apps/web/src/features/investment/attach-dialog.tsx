import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { EvidenceInput, Investment } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { EvidenceEditor } from './evidence-editor.js';
import { readEvidence, withRequired, type EvidenceRow } from './evidence-rows.js';
import { attachEvidence } from './investment.requests.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { Refusal } from '../rule/refusal.js';

/** Adds what is still missing, or anything else; what is there stays as it is. */
export function AttachDialog({ investment, onClose }: { readonly investment: Investment; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const missing = investment.requirements.filter(({ present }) => !present).map(({ kind }) => kind);
  const [rows, setRows] = useState<readonly EvidenceRow[]>(() => withRequired([], missing));
  const [tried, setTried] = useState(false);
  const { evidence, faults } = readEvidence(rows, t('investment.missingDate'));
  const attach = useWrite({
    mutationFn: (input: EvidenceInput[]) => attachEvidence(investment.id, input, intent.headersFor(input)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(investment.fundId);
      onClose();
    },
  });
  const submit = (): void => {
    setTried(true);
    if (evidence.length > 0 && faults.length === 0) attach.mutate(evidence);
  };
  return (
    <Dialog title={t('evidence.attachAction')} open onClose={onClose} wide>
      <EvidenceEditor rows={rows} required={missing} onChange={setRows} errorAt={(index) => (tried ? faults.find(({ pointer }) => pointer === `/evidence/${index}/issuedOn`)?.text : undefined)} />
      {tried && evidence.length === 0 && <Callout tone="warning" title={t('evidence.nothing')} urgent />}
      <Refusal error={attach.error} />
      <DialogActions>
        <Button tone="quiet" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button tone="primary" pending={attach.isPending} onPress={submit}>
          {t('evidence.attachAction')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
