-- Sends what readers say, each request another reader from another address block, so that none is
-- limited. BENCH_TALK is comments (on all stories), replies (to the comment BENCH_PARENT on the story
-- BENCH_STORY) or reactions (on that one story); BENCH_ROUND keeps one round's texts apart from the next.
local what = os.getenv("BENCH_TALK")
local round = tonumber(os.getenv("BENCH_ROUND") or "1")
local articles = tonumber(os.getenv("BENCH_ARTICLE_COUNT") or "1000")
local story = os.getenv("BENCH_STORY")
local parent = os.getenv("BENCH_PARENT")
local emoji = {"👍", "❤️", "😮", "😢", "😡"}
local n = 0

-- A number as a word, since words of digits are read as letters in disguise.
local function word(number)
  local letters = ""
  repeat
    letters = string.char(97 + number % 26) .. letters
    number = math.floor(number / 26)
  until number == 0
  return letters
end

request = function()
  n = n + 1
  local headers = {
    ["Content-Type"] = "application/json",
    ["User-Agent"] = "reader/" .. n % 1000,
    ["X-Forwarded-For"] = string.format("%d.%d.%d.%d", 11 + n % 97, (n / 97) % 256, (n / 24832) % 256, round)
  }
  if what == "reactions" then
    return wrk.format("PUT", "/api/v1/articles/" .. story .. "/reactions", headers, '{"emoji":"' .. emoji[n % 5 + 1] .. '"}')
  end
  local text = "The ferry " .. word(n * 64 + round) .. " came late again, and nobody at the pier of "
    .. word(n * 7 + round) .. " was told when the next one would go."
  local body = '{"name":"Reader ' .. word(n % 5000) .. '","text":"' .. text .. '"'
  if what == "replies" then
    return wrk.format("POST", "/api/v1/articles/" .. story .. "/comments", headers, body .. ',"parent":' .. parent .. '}')
  end
  return wrk.format("POST", "/api/v1/articles/" .. (n % articles + 1) .. "/comments", headers, body .. '}')
end
