import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import type { EvidenceInput, Investment } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FileDrop } from '../../design/file-drop.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { Stack } from '../../design/page.js';
import { useDebounced } from '../../design/use-debounced.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { uploadDocument } from '../investment/document.requests.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { DocumentFields } from './document-fields.js';
import { blankDocument, evidenceOf, faultsOf, isFilled, type DocumentForm } from './document-form.js';
import styles from './recognition.module.css';
import { attachEvidence } from './recognition.requests.js';

const PAUSE_MS = 350;

interface Props {
  readonly investment: Investment;
  /** The document of the checklist; empty for any other. */
  readonly kind: string;
  /** A file that was dropped on its line. */
  readonly file: File | null;
  readonly onClose: () => void;
}

/** One document with what it says; what the checks make of it is told while it is typed. */
export function AttachDialog({ investment, kind, file, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<DocumentForm>(() => blankDocument(kind));
  const [tried, setTried] = useState(false);
  const faults = faultsOf(form);
  const upload = useWrite({ mutationFn: uploadDocument, onSuccess: ({ id, fileName }) => setForm((current) => ({ ...current, documentId: id, fileName })) });
  const { mutate: put } = upload;
  useEffect(() => {
    if (file !== null) put(file);
  }, [file, put]);
  const attach = useWrite({
    mutationFn: (evidence: EvidenceInput[]) => attachEvidence(investment.id, evidence, intent.headersFor(evidence)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(investment.fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0) return focusFirstFault(element.current);
    if (isFilled(form)) attach.mutate([evidenceOf(form)]);
  };
  return (
    <Dialog title={kind === '' ? t('recognition.attachOther') : kind} open onClose={onClose} wide>
      <form ref={element} onSubmit={submit} noValidate>
        <Stack>
          <FileDrop
            label={form.fileName ?? t('recognition.drop')}
            buttonLabel={upload.isPending ? t('evidence.uploading') : t(form.fileName === null ? 'evidence.choose' : 'recognition.otherFile')}
            pending={upload.isPending}
            onFiles={([chosen]) => chosen !== undefined && upload.mutate(chosen)}
          />
          <Refusal error={upload.error} />
          <DocumentFields form={form} namesKind={kind === ''} faults={faults} onChange={(fields) => setForm((current) => ({ ...current, ...fields }))} />
          {tried && !isFilled(form) && <Callout tone="warning" title={t('evidence.nothing')} urgent />}
          <Refusal error={attach.error} />
          <LiveChecks investment={investment} evidence={faults.length === 0 && isFilled(form) ? evidenceOf(form) : null} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={attach.isPending}>
              {t('evidence.attachAction')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The same command as a dry run. */
function LiveChecks({ investment, evidence }: { readonly investment: Investment; readonly evidence: EvidenceInput | null }): ReactElement {
  const { t } = useTranslation();
  const settled = useDebounced(evidence === null ? null : JSON.stringify(evidence), PAUSE_MS);
  const preview = useQuery({
    queryKey: ['fund', investment.fundId, 'attach-preview', investment.id, settled],
    queryFn: () => attachEvidence(investment.id, [JSON.parse(settled ?? '{}') as EvidenceInput], previewHeaders(), true),
    enabled: settled !== null,
    retry: false,
  });
  if (settled === null) return <p className={styles['note']}>{t('recognition.checksWait')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  return (
    <section aria-label={t('recognition.checks')} aria-live="polite">
      <VerdictList verdicts={preview.data.verdicts} />
    </section>
  );
}
