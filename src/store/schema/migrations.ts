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
    },
  },
}
