-- Sends views of distinct readers: each request another address block, so that none is limited or a
-- repeat, and one of a thousand user agents. BENCH_ROUND keeps the readers of one round apart from
-- those of the next.
local round = tonumber(os.getenv("BENCH_ROUND") or "1")
local articles = tonumber(os.getenv("BENCH_ARTICLE_COUNT") or "1000")
local path = os.getenv("BENCH_PATH") or "/api/v1/views"
local n = 0

request = function()
  n = n + 1
  local article = n % articles + 1
  local headers = {
    ["Content-Type"] = "application/json",
    ["User-Agent"] = "reader/" .. n % 1000,
    ["X-Forwarded-For"] = string.format("%d.%d.%d.%d", 11 + n % 97, (n / 97) % 256, (n / 24832) % 256, round)
  }
  return wrk.format("POST", path, headers, '{"article":' .. article .. '}')
end
