import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a signature belongs to: ranks, natural persons behind accounts, the scope of a role, and when a person last proved who they are. */
export class People1763899900000 implements MigrationInterface {
  readonly name = 'People1763899900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(TOXIC_PAIRS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const PEOPLE = `
  -- Rank decides which amounts a person may approve (위임전결). Two accounts of one human carry the same person_id, so that
  -- nobody can be their own second pair of eyes under another login.
  alter table app_user
    add column rank text not null default 'STAFF' check (rank in ('STAFF', 'TEAM_LEADER', 'DIRECTOR', 'EXECUTIVE', 'HEAD')),
    add column person_id uuid;
  update app_user set person_id = id;
  alter table app_user alter column person_id set not null;
  create function app_user_is_a_person() returns trigger language plpgsql as $$
  begin
    new.person_id := coalesce(new.person_id, new.id);
    return new;
  end $$;
  create trigger app_user_is_a_person before insert on app_user for each row execute function app_user_is_a_person();
  create function rank_order(rank text) returns smallint language sql immutable strict
    return array_position(array['STAFF', 'TEAM_LEADER', 'DIRECTOR', 'EXECUTIVE', 'HEAD'], rank)::smallint;

  alter table user_role drop constraint user_role_role_check;
  alter table user_role
    add constraint user_role_role_check check (role in ('FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR', 'ADMIN')),
    -- '*' everywhere; 'fund/<id>', 'programme/<id>': only there
    add column scopes text[] not null default '{*}' check (cardinality(scopes) > 0);

  alter table user_session
    add column stepped_up_at timestamptz,
    add column step_up_method text check (step_up_method in ('PASSWORD', 'TOTP', 'PASSKEY', 'PROVIDER'));
  grant update (stepped_up_at, step_up_method) on user_session to baton_app;
  grant select (rank, person_id) on app_user to baton_auditor;
`;

const TOXIC_PAIRS = `
  create unique index user_role_toxic_approver_manager on user_role (user_id) where role in ('APPROVER', 'FUND_MANAGER');
  create unique index user_role_toxic_approver_maker on user_role (user_id) where role in ('APPROVER', 'FINANCE_MAKER');
  create unique index user_role_toxic_approver_admin on user_role (user_id) where role in ('APPROVER', 'ADMIN');
  create unique index user_role_toxic_approver_auditor on user_role (user_id) where role in ('APPROVER', 'AUDITOR');
  create unique index user_role_toxic_committee_manager on user_role (user_id) where role in ('COMMITTEE', 'FUND_MANAGER');
  create unique index user_role_toxic_committee_admin on user_role (user_id) where role in ('COMMITTEE', 'ADMIN');
  create unique index user_role_toxic_committee_auditor on user_role (user_id) where role in ('COMMITTEE', 'AUDITOR');
`;
