-- SPDX-License-Identifier: MIT
-- The conformance vectors, worked out by PostgreSQL and by nothing else: a list of bank holidays,
-- one window function, and the numbers of the Regulations.
--
-- Run by tests/vectors/run, which sets :holidays and :vectors to the paths of the two files.

\set ON_ERROR_STOP on
\set QUIET on
set client_min_messages = warning;

create table holiday (date date primary key, name text, basis text, status text);
copy holiday from :'holidays' with (format csv, header true);

create table vectors as select pg_read_file(:'vectors')::jsonb as document;

-- #region working days
-- Every day with its rank: how many working days there are up to and including it.
create table day as
select date, works, sum(works::int) over (order by date) as rank
from (
  select d::date as date,
         extract(isodow from d) < 6 and d::date not in (select date from holiday) as works
  from generate_series('2006-01-01'::date, '2040-12-31'::date, interval '1 day') d
) days;
create unique index on day (date);
create index on day (rank) where works;

-- The n-th working day after a day, and the working days after a day up to and including another.
create function add_days(start date, n int) returns date stable language sql as $$
  select e.date from day s join day e on e.works and e.rank = s.rank + n where s.date = start
$$;
create function count_days(start date, until date) returns bigint stable language sql as $$
  select e.rank - s.rank from day s, day e where s.date = start and e.date = until
$$;

create table time_limit (provision text primary key, working_days int, years int, may_be_less boolean);
insert into time_limit values
  ('8(5)', null, 1, false), ('9(1)', null, 1, false),
  ('14(1)', 10, null, false), ('14(5)', 20, null, true),
  ('17(3)', 25, null, false), ('17(6)', 65, null, true),
  ('18(2)', 20, null, false), ('19(4)', 30, null, false),
  ('20(2)', 5, null, false), ('20(3)', 15, null, false);

create function last_day(of text, start date) returns date stable language sql as $$
  select case when years is null then add_days(start, working_days)
              else (start + years * interval '1 year')::date end
  from time_limit where provision = of
$$;
-- #endregion

create table answer (kind text, vector jsonb, expected text, found text);

insert into answer
select 'working_days', v, v->>'working', works::text
from vectors, jsonb_array_elements(document->'working_days') v
left join day on date = (v->>'date')::date;

insert into answer
select 'add', v, v->>'end', add_days((v->>'start')::date, (v->>'n')::int)::text
from vectors, jsonb_array_elements(document->'add') v;

insert into answer
select 'count', v, v->>'working_days', count_days((v->>'start')::date, (v->>'end')::date)::text
from vectors, jsonb_array_elements(document->'count') v;

insert into answer
select 'due', v, v->>'due', last_day(v->>'provision', (v->>'start')::date)::text
from vectors, jsonb_array_elements(document->'due') v;

insert into answer
select 'assess', v,
       concat_ws(' ', v->>'outcome', v->>'working_days', v->>'due', v->>'days_over'),
       concat_ws(' ', case when until <= due then 'met' else 'missed' end,
                 count_days(start, until), due,
                 case when until <= due then 0 else count_days(due, until) end)
from vectors, jsonb_array_elements(document->'assess') v,
lateral (select (v->>'start')::date as start, (v->>'end')::date as until) dates,
lateral (select last_day(v->>'provision', start) as due) limits;

-- Of the cases: every clock that was not extended ends where it must, an extended one no later
-- than the most there is, and every breach is over by as many days as it says.
create table step as
select c->>'name' as name, s
from vectors, jsonb_array_elements(document->'cases') c, jsonb_array_elements(c->'steps') s;

insert into answer
select 'clocks of cases', d,
       case when may_be_less then 'no later than ' || most else d->>'due' end,
       case when not may_be_less then most::text
            when (d->>'due')::date <= most then 'no later than ' || most else d->>'due' end
from (select distinct d from step, jsonb_array_elements(s->'deadlines') d) clocks
join time_limit on provision = d->>'provision',
lateral (select last_day(provision, (d->>'start')::date) as most) limits;

insert into answer
select 'breaches of cases', b, b->>'days_over',
       count_days((b->>'due')::date, (b->>'until')::date)::text
from (select distinct b from step, jsonb_array_elements(s->'breaches') b) breaches;

\pset footer off
select kind, count(*) as vectors, count(*) filter (where expected = found) as passed
from answer group by kind
union all
select 'all', count(*), count(*) filter (where expected = found) from answer
order by vectors;

\pset footer on
select kind, expected, found, vector from answer where expected is distinct from found limit 20;

do $$
declare
  failures int; absent int;
begin
  select count(*) filter (where expected is distinct from answer.found), 7 - count(distinct kind)
  into failures, absent from answer;
  if failures > 0 then raise exception '% vectors fail', failures; end if;
  if absent > 0 then raise exception '% kinds of vectors are missing', absent; end if;
end $$;
