import { type Kysely, type Migration, sql } from 'kysely'

/** By name, in the order of their names; what has been released is never changed, only followed by another. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-receipts': {
    async up(db: Kysely<unknown>) {
      // One row holds a receipt whole, so that appending is one insert; the personal columns are emptied by erasing.
      // Names compare as bytes: the order of a chain must not hang on the server's language.
      await sql`
        create table candor.receipt (
          site text collate "C" not null,
          writer text collate "C" not null,
          sequence bigint not null,
          at timestamptz not null,
          policy text not null,
          language text not null,
          text text not null,
          how text not null,
          commitment text not null,
          previous text,
          hash text not null,
          subject text,
          decisions jsonb,
          salt text,
          primary key (site, writer, sequence, at)
        ) partition by range (site, at)`.execute(db)
      await sql`create index receipt_subject on candor.receipt (subject) where subject is not null`.execute(db)
      await sql`
        create table candor.chain (
          site text collate "C" not null,
          writer text collate "C" not null,
          length bigint not null,
          hash text not null,
          pruned bigint not null default 0,
          pruned_hash text,
          primary key (site, writer)
        ) with (fillfactor = 50)`.execute(db)
      // A function, because its statements are planned once a connection: planning them anew costs more than running them.
      await sql`
        create function candor.append_receipts(receipts jsonb, heads jsonb, again boolean) returns void
        language plpgsql as $body$
        declare kept bigint;
        begin
          insert into candor.chain (site, writer, length, hash, pruned, pruned_hash)
          select * from jsonb_to_recordset(heads)
            as head(site text, writer text, length bigint, hash text, pruned bigint, pruned_hash text)
          on conflict (site, writer) do update set length = excluded.length, hash = excluded.hash;
          insert into candor.receipt
          select * from jsonb_to_recordset(receipts) as receipt(
            site text, writer text, sequence bigint, at timestamptz, policy text, language text, text text, how text,
            commitment text, previous text, hash text, subject text, decisions jsonb, salt text)
          on conflict do nothing;
          get diagnostics kept = row_count;
          if kept < jsonb_array_length(receipts) and not again then
            raise unique_violation using message = 'another has written to this chain';
          end if;
        end $body$`.execute(db)
    },
  },
  '2026-11-serving': {
    async up(db: Kysely<unknown>) {
      await sql`
        create table candor.admin_setting (name text primary key, value text not null)`.execute(db)
      await sql`
        create table candor.admin_token (
          hash text primary key,
          kind text not null,
          began timestamptz not null,
          expires timestamptz not null
        )`.execute(db)
      await sql`
        create table candor.door_count (
          site text collate "C" not null,
          day date not null,
          action text not null,
          cookie text not null,
          practice text not null,
          reason text not null,
          mode text not null,
          count bigint not null,
          primary key (site, day, action, cookie, practice, reason, mode)
        )`.execute(db)
      await sql`
        create table candor.policy (
          sequence bigint generated always as identity primary key,
          site text not null,
          hash text not null,
          declaration text not null,
          at timestamptz not null default now()
        )`.execute(db)
      await sql`create index policy_site on candor.policy (site, sequence)`.execute(db)
    },
  },
  '2026-11-tries': {
    async up(db: Kysely<unknown>) {
      await sql`create table candor.admin_try (household text not null, at timestamptz not null)`.execute(db)
    },
  },
  '2026-11-words-unknown': {
    async up(db: Kysely<unknown>) {
      // Table by table: from version 18 on a partition has a rule of its own, which does not go with that of the whole.
      await sql`
        do $body$
        declare part regclass;
        begin
          alter table candor.receipt alter column text drop not null;
          for part in select inhrelid::regclass from pg_inherits where inhparent = 'candor.receipt'::regclass loop
            execute format('alter table %s alter column text drop not null', part);
          end loop;
        end $body$`.execute(db)
    },
  },
}
