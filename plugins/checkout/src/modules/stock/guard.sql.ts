/**
 * Invariant 9 in the database: core checks lines one by one and outside any lock, so it promises the last piece twice.
 * Every statement that makes reservations grow locks the levels it touches in one order, adds up what is promised and refuses.
 */
const CHECK = `
create or replace function fupin_check_stock(level_ids text[]) returns void language plpgsql as $$
declare
  short record;
begin
  perform 1 from inventory_level where id = any(level_ids) order by id for update;
  select v.title as specification, p.title, greatest(l.stocked_quantity - promised.others, 0)::bigint as remaining into short
  from inventory_level l
  cross join lateral (
    select sum(r.quantity) as total, coalesce(sum(r.quantity) filter (where r.xmin::text <> pg_current_xact_id()::xid::text), 0) as others
    from reservation_item r
    where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null and not r.allow_backorder) promised
  left join product_variant_inventory_item i on i.inventory_item_id = l.inventory_item_id and i.deleted_at is null
  left join product_variant v on v.id = i.variant_id
  left join product p on p.id = v.product_id
  where l.id = any(level_ids) and promised.total > l.stocked_quantity
  limit 1;
  if found then
    raise exception using errcode = 'FP001', message = 'FP001 out of stock',
      detail = case when short.remaining = 0 then format('“%s %s”已售完，请换一件商品', short.title, short.specification)
        else format('“%s %s”只剩 %s 件，请减少数量', short.title, short.specification, short.remaining) end;
  end if;
end $$`

const ON_INSERT = `
create or replace function fupin_guard_new_reservations() returns trigger language plpgsql as $$
begin
  perform fupin_check_stock(array(select distinct l.id from inventory_level l
    join new_rows n on n.inventory_item_id = l.inventory_item_id and n.location_id = l.location_id
    where l.deleted_at is null and n.deleted_at is null and not n.allow_backorder));
  return null;
end $$`

/** Core may write a level before the reservation that changed: the sum is taken once more, after both. */
const ON_UPDATE = `
create or replace function fupin_guard_grown_reservations() returns trigger language plpgsql as $$
begin
  perform fupin_check_stock(array(select distinct l.id from inventory_level l
    join new_rows n on n.inventory_item_id = l.inventory_item_id and n.location_id = l.location_id
    join old_rows o on o.id = n.id
    where l.deleted_at is null and n.deleted_at is null and not n.allow_backorder
      and (n.quantity > o.quantity or o.deleted_at is not null or o.allow_backorder or n.location_id <> o.location_id)));
  with changed as (
    select l.id from inventory_level l where l.deleted_at is null and exists (select 1 from new_rows n join old_rows o on o.id = n.id
      where n.inventory_item_id = l.inventory_item_id and n.location_id = l.location_id and n.quantity <> o.quantity)
    order by l.id for update)
  update inventory_level l set reserved_quantity = l.reserved_quantity from changed where l.id = changed.id;
  return null;
end $$`

/** Core writes a sum that it read before the lock; the true one is always that of the reservations. */
const TRUE_SUM = `
create or replace function fupin_true_reserved_quantity() returns trigger language plpgsql as $$
begin
  select coalesce(sum(r.quantity), 0) into new.reserved_quantity from reservation_item r
  where r.inventory_item_id = new.inventory_item_id and r.location_id = new.location_id and r.deleted_at is null;
  new.raw_reserved_quantity := jsonb_build_object('value', new.reserved_quantity::text, 'precision', 20);
  return new;
end $$`

const TRIGGERS = [
  `create or replace trigger fupin_guard_new after insert on reservation_item referencing new table as new_rows
   for each statement execute function fupin_guard_new_reservations()`,
  `create or replace trigger fupin_guard_grown after update on reservation_item referencing old table as old_rows new table as new_rows
   for each statement execute function fupin_guard_grown_reservations()`,
  `create or replace trigger fupin_true_reserved before update of reserved_quantity on inventory_level
   for each row execute function fupin_true_reserved_quantity()`,
]

export const GUARD_TRIGGERS = ["fupin_guard_new", "fupin_guard_grown", "fupin_true_reserved"]
export const GUARD_STATEMENTS = [CHECK, ON_INSERT, ON_UPDATE, TRUE_SUM, ...TRIGGERS]
