"""Reads all pages of a list and writes each record as a line of JSON: URL up to the page number, key, file."""
import json
import sys
import time
import urllib.request

url, key, file = sys.argv[1:]
begin = time.perf_counter_ns()
with open(file, "w", encoding="utf-8") as lines:
    page = pages = 1
    while page <= pages:
        request = urllib.request.Request(url + str(page), headers={"Authorization": f'Token token="{key}"'})
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
        for call in answer["calls"]:
            lines.write(json.dumps(call, separators=(",", ":"), ensure_ascii=False))
            lines.write("\n")
        pages = answer["total_pages"]
        page += 1
print(time.perf_counter_ns() - begin, time.process_time_ns())
