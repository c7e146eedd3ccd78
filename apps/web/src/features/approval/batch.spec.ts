import { describe, expect, it } from '@jest/globals';
import { groupDrafts } from './batch.js';

const receipt = (partnerId: string, amountWon: string, note?: string): { command: string; input: Record<string, unknown> } => ({
  command: 'capital-call.receive',
  input: { callId: 'call', partnerId, amountWon, ...(note === undefined ? {} : { note }) },
});

describe('many drafts signed at once', () => {
  it('are grouped by command, and what differs is told apart from what does not', () => {
    const call = { command: 'capital-call.issue', input: { purpose: '1차' } };
    const groups = groupDrafts([receipt('a', '100'), call, receipt('b', '50')]);
    expect(groups.map(({ command, items }) => [command, items.length])).toEqual([
      ['capital-call.receive', 2],
      ['capital-call.issue', 1],
    ]);
    expect([...(groups[0]?.common ?? [])]).toEqual([['/callId', 'call']]);
    expect(groups[0]?.differing).toEqual(['/partnerId', '/amountWon']);
    expect(groups[1]?.differing).toEqual([]);
  });

  it('differ where one says something the other does not, even if all others agree', () => {
    const [group] = groupDrafts([receipt('a', '100'), receipt('a', '100', '지연')]);
    expect(group?.differing).toEqual(['/note']);
  });
});
