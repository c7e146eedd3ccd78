import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { Facts } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { useTermValue } from '../agreement/term-value.js';
import type { Label } from './approval.requests.js';
import styles from './approval-pane.module.css';
import { columnsOf, isMembers, partsOf, readInputValue, type InputMembers } from './input-view.js';
import { useInputText, useKeyName } from './use-input-text.js';

interface Props {
  readonly input: InputMembers;
  readonly labels: readonly Label[];
  /** The fund that the request is about; where its things are found. */
  readonly fundId: string | null;
  /** What holds these members; '' at the top. */
  readonly parent?: string;
}

/** The input of a command as labelled facts: ids by what people call the thing, amounts and dates as offices write them. */
export function InputFacts({ input, labels, fundId, parent = '' }: Props): ReactElement {
  const nameOf = useKeyName();
  const { plain, groups, lists } = partsOf(input);
  return (
    <>
      {plain.length > 0 && (
        <Facts columns={plain.length > 3} facts={plain.map(([key, value]) => ({ label: nameOf(parent, key), value: <Value holder={input} parent={parent} name={key} value={value} labels={labels} fundId={fundId} /> }))} />
      )}
      {groups.map(([key, members]) => (
        <section key={key} className={styles['group']}>
          <h4>{nameOf(parent, key)}</h4>
          <InputFacts input={members} labels={labels} fundId={fundId} parent={key} />
        </section>
      ))}
      {lists.map(([key, rows]) => (
        <section key={key} className={styles['group']}>
          <h4>{nameOf(parent, key)}</h4>
          <PlainTable
            label={nameOf(parent, key)}
            rows={rows}
            rowKey={(_, index) => index}
            columns={columnsOf(rows).map((column) => ({
              header: nameOf(key, column),
              align: column.endsWith('Won') ? ('right' as const) : ('left' as const),
              wrap: true,
              cell: (row: InputMembers) => <Value holder={row} parent={key} name={column} value={row[column]} labels={labels} fundId={fundId} />,
            }))}
          />
        </section>
      ))}
    </>
  );
}

interface ValueProps {
  readonly holder: InputMembers;
  readonly parent: string;
  readonly name: string;
  readonly value: unknown;
  readonly labels: readonly Label[];
  readonly fundId: string | null;
}

function Value({ holder, parent, name, value, labels, fundId }: ValueProps): ReactNode {
  const textOf = useInputText(labels);
  const termValue = useTermValue();
  if (Array.isArray(value)) {
    if (value.some(isMembers)) return <InlineList rows={value.filter(isMembers)} parent={name} labels={labels} />;
    return value.map((each) => textOf(parent, name, each)).join(', ');
  }
  // A term of an agreement says by its key what its value is.
  if (name === 'value' && typeof holder['key'] === 'string' && typeof value === 'string') return <strong className="number">{termValue(holder['key'], value)}</strong>;
  const read = readInputValue(parent, name, value);
  const text = textOf(parent, name, value);
  if (read.kind === 'won') return <strong className="won">{text}</strong>;
  if (read.kind === 'hash') return <code title={read.hash}>{text}</code>;
  const to = read.kind === 'id' ? pageOf(labels.find(({ id }) => id === read.id), fundId) : null;
  return to === null ? text : <Link to={to}>{text}</Link>;
}

/** A list within a row of a list: one line for each. */
function InlineList({ rows, parent, labels }: { readonly rows: readonly InputMembers[]; readonly parent: string; readonly labels: readonly Label[] }): ReactElement {
  const textOf = useInputText(labels);
  return (
    <ul>
      {rows.map((row, index) => (
        <li key={index}>
          {Object.entries(row)
            .map(([key, value]) => textOf(parent, key, value))
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}

/** Where a thing is shown; null for what has no page of its own. */
function pageOf(label: Label | undefined, fundId: string | null): string | null {
  if (label === undefined) return null;
  if (label.kind === 'fund') return `/funds/${label.id}`;
  if (label.kind === 'voucher-year') return `/vouchers/${label.id}`;
  if (fundId === null) return null;
  if (label.kind === 'investment') return `/funds/${fundId}/investments/${label.id}`;
  return label.kind === 'capital-call' ? `/funds/${fundId}/capital-calls` : null;
}
