import { describe, expect, it } from '@jest/globals';
import { ForbiddenException, NotFoundException } from '@nestjs/common';
import { DomainError, InvariantError } from '#libs/errors';
import { toProblem } from './problem.js';

/** As TypeORM hands on what PostgreSQL says. */
function databaseError(code: string, message: string): Error {
  return Object.assign(new Error(message), { query: 'select password_hash from app_user', driverError: { code, constraint: 'fund_number_key', table: 'fund', detail: 'Key (number)=(1)' } });
}

describe('a problem', () => {
  it.each<[string, unknown]>([
    ['a bug', new InvariantError('account fund/1 was not opened')],
    ['a lost connection', databaseError('08006', 'connection to server at 10.0.0.7 was lost')],
    ['a statement that the database does not understand', databaseError('42601', 'syntax error at or near "selct"')],
    ['something thrown that is no error', 'a text'],
    ['nothing', undefined],
    ['a failure of the server itself', { statusCode: 507, message: 'disk /var/lib is full' }],
  ])('of %s says that something unexpected happened, and nothing else', (_what, thrown) => {
    const problem = toProblem(thrown);
    expect([problem.status, problem.code, problem.errors, problem.details]).toEqual([500, 'server.unexpected', [], undefined]);
    expect(JSON.stringify(problem)).not.toMatch(/fund\/1|10\.0\.0\.7|select|selct|var\/lib|a text|stack/);
  });

  it('of a duplicate tells that it is one, without the statement', () => {
    const problem = toProblem(databaseError('23505', 'duplicate key value violates unique constraint'));
    expect([problem.status, problem.code]).toEqual([409, 'database.already-exists']);
    expect(JSON.stringify(problem)).not.toMatch(/select|password|Key \(/);
  });

  it.each<[string, unknown, number, string]>([
    ['an address', new NotFoundException('Cannot GET /x'), 404, 'route.not-found'],
    ['a refusal of the framework', new ForbiddenException('secret reason'), 403, 'request.refused'],
    ['a media type', { statusCode: 415 }, 415, 'request.media-type'],
    ['large headers', { statusCode: 431 }, 431, 'request.headers-too-large'],
  ])('of %s is told in our own words', (_what, thrown, status, code) => {
    const problem = toProblem(thrown);
    expect([problem.status, problem.code, problem.type, problem.detail]).toEqual([status, code, `urn:baton:problem:${code}`, problem.text.ko]);
    expect(JSON.stringify(problem)).not.toMatch(/Cannot GET|secret/);
  });

  it('of a rule carries the rule, the faults at their fields, and both languages', () => {
    const text = { ko: '안 됩니다.', en: 'No.' };
    const error = new DomainError('rule_broken', 'rule.some-rule', text, { rule: { id: 'some-rule', clause: '제1조' }, faults: [{ pointer: '/a', code: 'x', text }], details: { shortByWon: '1' } });
    expect(toProblem(error)).toEqual({
      type: 'urn:baton:problem:rule.some-rule',
      title: 'Unprocessable Content',
      status: 422,
      detail: '안 됩니다.',
      code: 'rule.some-rule',
      text,
      errors: [{ pointer: '/a', code: 'x', text }],
      rule: { id: 'some-rule', clause: '제1조' },
      details: { shortByWon: '1' },
    });
  });
});
