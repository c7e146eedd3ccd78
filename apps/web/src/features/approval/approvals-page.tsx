import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { queryClient } from '../../api/query-client.js';
import { Button } from '../../design/button.js';
import { classes } from '../../design/classes.js';
import { Icon } from '../../design/icon.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import type { Deed } from './approval-actions.js';
import { ApprovalList } from './approval-list.js';
import { ApprovalPane } from './approval-pane.js';
import { ApprovalTabs } from './approval-tabs.js';
import styles from './approvals-page.module.css';
import { approvalQuery, BOXES, useApprovals, type Approval, type ApprovalSummary, type Box } from './approval.requests.js';
import { BatchDialog } from './batch-dialog.js';
import { DeedDialog } from './deed-dialogs.js';
import { KeyLegend } from './key-legend.js';
import { useApprovalKeys } from './use-approval-keys.js';

/** How much of its height a page key scrolls the request: the last lines stay in sight. */
const PAGE_SHARE = 0.85;

interface Doing {
  readonly deed: Deed;
  readonly approval: Approval;
}

/** The inbox: a list to work through, the request that is open beside it, and keys for everything. */
export function ApprovalsPage(): ReactElement {
  const { t } = useTranslation();
  const { approvalId = null } = useParams();
  const box = useBox();
  const query = useApprovals(box);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [batch, setBatch] = useState<readonly string[] | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const list = useList(query.data ?? [], box, approvalId);
  const pane = useRef<HTMLDivElement>(null);
  const listElement = useRef<HTMLElement>(null);
  const { key: visit } = useLocation();
  // Whoever comes here by a link, or closes a request, is on the list: Enter must open one, not follow the link again.
  useEffect(() => {
    if (approvalId === null) listElement.current?.focus();
  }, [approvalId, visit]);

  const begin = async (deed: Deed): Promise<void> => {
    if (approvalId === null) return list.openCursor();
    const approval = await queryClient.ensureQueryData(approvalQuery(approvalId));
    if (approval.mine) setDoing({ deed, approval });
  };
  useApprovalKeys({
    move: list.move,
    open: list.openCursor,
    scroll: (by) => pane.current?.scrollBy({ top: by * PAGE_SHARE * pane.current.clientHeight }),
    toggle: () => list.cursor !== null && list.toggle(list.cursor),
    sign: () => void begin('sign'),
    return: () => void begin('return'),
    batch: () => list.selected.size > 0 && setBatch([...list.selected]),
    close: list.close,
  });
  const open = approvalId !== null;
  return (
    <Page title={t('approval.title')} hideTitle>
      <ApprovalTabs box={box} />
      <div className={classes(styles['columns'], open && styles['split'])}>
        <section ref={listElement} tabIndex={-1} className={styles['list']} aria-label={t('approval.list')}>
          <div className={styles['scroll']}>
            <Loaded query={query}>
              {(rows) =>
                rows.length === 0 ? (
                  <Empty>{t(`approval.empty.${box}`)}</Empty>
                ) : (
                  <ApprovalList rows={rows} cursor={list.cursor} selected={list.selected} onOpen={list.open} onToggle={list.toggle} narrow={open} />
                )
              }
            </Loaded>
          </div>
          {list.selected.size > 0 && <SelectionBar count={list.selected.size} onSign={() => setBatch([...list.selected])} onClear={list.clear} />}
          {told !== null && (
            <p className={styles['told']} role="status">
              <Icon name="check" size={18} />
              {told}
            </p>
          )}
          <KeyLegend />
        </section>
        {open && (
          <div ref={pane} className={styles['pane']} tabIndex={-1} data-pane>
            <ApprovalPane key={approvalId} id={approvalId} onDeed={(deed, approval) => setDoing({ deed, approval })} />
          </div>
        )}
      </div>
      {doing !== null && <DeedDialog {...doing} onDone={setTold} onClose={() => setDoing(null)} />}
      {batch !== null && (
        <BatchDialog
          ids={batch}
          onClose={() => {
            setBatch(null);
            list.clear();
          }}
        />
      )}
    </Page>
  );
}

function useBox(): Box {
  const [parameters] = useSearchParams();
  return BOXES.find((box) => box === parameters.get('box')) ?? 'todo';
}

interface ListControl {
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly move: (by: 1 | -1) => void;
  readonly open: (id: string) => void;
  readonly openCursor: () => void;
  readonly close: () => void;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
}

/** The cursor of the list and what is selected. While a request is open, moving the cursor opens the next one. */
function useList(rows: readonly ApprovalSummary[], box: Box, openId: string | null): ListControl {
  const navigate = useNavigate();
  const [at, setAt] = useState<string | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // A signed request leaves the list: the cursor goes to the first that is left.
  const cursor = [openId, at].find((id) => rows.some((row) => row.id === id)) ?? rows[0]?.id ?? null;
  const selected = new Set(rows.filter(({ id, mine }) => mine && picked.has(id)).map(({ id }) => id));
  const open = (id: string): void => {
    setAt(id);
    void navigate(`/approvals/${id}?box=${box}`);
  };
  return {
    cursor,
    selected,
    move: (by) => {
      const index = rows.findIndex(({ id }) => id === cursor);
      const next = rows[Math.min(rows.length - 1, Math.max(0, index + by))];
      if (next === undefined) return;
      if (openId === null) setAt(next.id);
      else open(next.id);
    },
    open,
    openCursor: () => {
      if (cursor !== null) open(cursor);
    },
    close: () => {
      setAt(openId ?? at);
      void navigate(`/approvals?box=${box}`);
    },
    toggle: (id) => {
      setAt(id);
      setPicked((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
    },
    clear: () => setPicked(new Set()),
  };
}

function SelectionBar({ count, onSign, onClear }: { readonly count: number; readonly onSign: () => void; readonly onClear: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['selection']}>
      <strong>{t('approval.selectedCount', { count })}</strong>
      <Button small tone="primary" icon="check" onPress={onSign}>
        {t('approval.signSelected')}
      </Button>
      <Button small tone="quiet" onPress={onClear}>
        {t('approval.clear')}
      </Button>
    </div>
  );
}
