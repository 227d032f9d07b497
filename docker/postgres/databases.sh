#!/bin/bash
# A database for each service, and a role that owns it and can do nothing in the others.
set -euo pipefail
for name in refund fiscalization notifications; do
  psql -v ON_ERROR_STOP=1 --username postgres --set=name="$name" --set=password="$(cat "/run/secrets/$name")" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
